package io.civae.examples.singlecell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The genes of a matrix, in the order of its columns: an identifier each, which is unique, and a
 * name, which need not be (two loci can share a symbol). Immutable and safe to read from many
 * threads.
 */
public final class GeneList {

  private final List<String> ids;
  private final List<String> names;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();

  private GeneList(List<String> ids, List<String> names) {
    this.ids = List.copyOf(ids);
    this.names = List.copyOf(names);
    for (int i = 0; i < this.ids.size(); i++) {
      Integer earlier = byId.putIfAbsent(this.ids.get(i), i);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "gene id \""
                + ids.get(i)
                + "\" stands at "
                + earlier
                + " and at "
                + i
                + "; ids must be unique");
      }
      byName.computeIfAbsent(this.names.get(i), name -> new ArrayList<>()).add(i);
    }
  }

  /**
   * Genes with identifiers and names.
   *
   * @param ids at least one, each once
   * @param names one per gene
   * @return the list
   * @throws IllegalArgumentException if there is no gene, the lengths differ, or an id appears
   *     twice
   */
  public static GeneList of(List<String> ids, List<String> names) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("gene ids (0) must be at least one");
    }
    if (ids.size() != names.size()) {
      throw new IllegalArgumentException(
          "gene names (" + names.size() + ") must be as many as gene ids (" + ids.size() + ")");
    }
    return new GeneList(ids, names);
  }

  /**
   * Genes whose identifiers are their names.
   *
   * @param ids at least one, each once
   * @return the list
   * @throws IllegalArgumentException if there is no gene or an id appears twice
   */
  public static GeneList of(List<String> ids) {
    return of(ids, ids);
  }

  /**
   * The number of genes.
   *
   * @return at least 1
   */
  public int size() {
    return ids.size();
  }

  /**
   * The identifier of a gene.
   *
   * @param gene from 0 to {@code size() − 1}
   * @return its unique identifier
   */
  public String id(int gene) {
    return ids.get(gene);
  }

  /**
   * The name of a gene.
   *
   * @param gene from 0 to {@code size() − 1}
   * @return its symbol
   */
  public String name(int gene) {
    return names.get(gene);
  }

  /**
   * All identifiers.
   *
   * @return an immutable list in the order of the columns
   */
  public List<String> ids() {
    return ids;
  }

  /**
   * Whether there is a gene with an identifier.
   *
   * @param id compared letter by letter
   * @return true if there is
   */
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /**
   * Finds a gene by its identifier or, failing that, by its name.
   *
   * @param idOrName what the user typed; case matters
   * @return its position; empty when there is none
   * @throws IllegalArgumentException if it is the name of several genes and the identifier of none
   */
  public OptionalInt find(String idOrName) {
    Integer exact = byId.get(idOrName);
    if (exact != null) {
      return OptionalInt.of(exact);
    }
    List<Integer> named = byName.getOrDefault(idOrName, List.of());
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "gene \""
              + idOrName
              + "\" is the name of "
              + named.size()
              + " genes; use an id: "
              + named.stream().map(ids::get).toList());
    }
    return named.isEmpty() ? OptionalInt.empty() : OptionalInt.of(named.get(0));
  }

  /**
   * Some genes, in the given order.
   *
   * @param genes positions, at least one, each at most once
   * @return their list
   * @throws IllegalArgumentException if none is given or one is given twice
   */
  public GeneList select(int... genes) {
    List<String> someIds = new ArrayList<>();
    List<String> someNames = new ArrayList<>();
    for (int gene : genes) {
      someIds.add(ids.get(gene));
      someNames.add(names.get(gene));
    }
    return of(someIds, someNames);
  }
}
