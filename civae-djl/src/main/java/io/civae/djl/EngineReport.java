package io.civae.djl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of one engine on this machine.
 *
 * @param name {@code "MXNet"} or {@code "PyTorch"}
 * @param usable whether it can train here
 * @param version its version; empty when it cannot start
 * @param platform operating system and architecture, as in the classifiers of native artifacts
 * @param missingArtifacts Maven coordinates of what to add to the class path; empty when nothing is
 *     missing or nothing would help
 * @param gpuCount GPUs it sees; 0 when it cannot start
 * @param threads threads it was told to use; empty when it chooses itself
 * @param problem why it cannot train, in one sentence; empty when it can
 */
public record EngineReport(
    String name,
    boolean usable,
    Optional<String> version,
    String platform,
    List<String> missingArtifacts,
    int gpuCount,
    OptionalInt threads,
    Optional<String> problem) {}
