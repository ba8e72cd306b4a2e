package io.civae.examples.singlecell.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The walks of a study and the class that each type belongs to. */
final class WalkPlan {

  /** Fewer cells in a state are too few to walk from or to. */
  static final int LEAST_CELLS = 10;

  private final Map<String, WalkPair> byFolder = new LinkedHashMap<>();
  private final Map<String, String> classOf = new HashMap<>();

  private WalkPlan(CellRoles roles, List<WalkPair> walks) {
    roles.types().forEach(type -> classOf.put(type, type));
    Set<String> used = new HashSet<>();
    for (WalkPair walk : walks) {
      for (String type : new LinkedHashSet<>(List.of(walk.fromType(), walk.toType()))) {
        if (!used.add(type)) {
          throw new IllegalArgumentException(
              "type (" + type + ") must stand in one of --pairs only");
        }
        classOf.put(type, walk.className());
      }
      if (walk.merges() && roles.types().contains(walk.className())) {
        throw new IllegalArgumentException(
            "--pairs (" + walk.className() + ") must not be the name of a type");
      }
      String folder = walk.folder();
      for (int number = 2; byFolder.containsKey(folder); number++) {
        folder = walk.folder() + "-" + number;
      }
      byFolder.put(folder, walk);
    }
    if (Set.copyOf(classOf.values()).size() < 2) {
      throw new IllegalArgumentException(
          "--class ("
              + roles.question().classColumn()
              + ") must leave two classes at least, has "
              + Set.copyOf(classOf.values()));
    }
  }

  /**
   * The walks that are asked for, or one for each type with enough cells in both states.
   *
   * @throws IllegalArgumentException if a type does not exist, has too few cells or is named twice,
   *     or if no type has enough
   */
  static WalkPlan of(CellRoles roles) {
    CellQuestion question = roles.question();
    List<WalkPair> walks = new ArrayList<>();
    for (String typed : question.pairs()) {
      WalkPair walk = WalkPair.parse(typed, roles.types());
      require(roles, typed, walk.fromType(), question.from());
      require(roles, typed, walk.toType(), question.to());
      walks.add(walk);
    }
    if (question.pairs().isEmpty()) {
      for (String type : roles.types()) {
        if (roles.count(type, question.from()) >= LEAST_CELLS
            && roles.count(type, question.to()) >= LEAST_CELLS) {
          walks.add(new WalkPair(type, type));
        }
      }
    }
    if (walks.isEmpty()) {
      throw new IllegalArgumentException(
          "no type of "
              + question.classColumn()
              + " has at least "
              + LEAST_CELLS
              + " cells in both "
              + question.from()
              + " and "
              + question.to()
              + "; name two types to walk between: --pairs \"A>B\"");
    }
    return new WalkPlan(roles, walks);
  }

  private static void require(CellRoles roles, String typed, String type, String state) {
    int count = roles.count(type, state);
    if (count < LEAST_CELLS) {
      throw new IllegalArgumentException(
          "--pairs ("
              + typed
              + ") must have at least "
              + LEAST_CELLS
              + " cells of \""
              + type
              + "\" in state "
              + state
              + ", has "
              + count);
    }
  }

  /** The walks by the names of their folders. */
  Map<String, WalkPair> walks() {
    return byFolder;
  }

  /** The class that cells of a type are in. */
  String classOf(String type) {
    return classOf.getOrDefault(type, type);
  }
}
