package io.civae.augment;

/**
 * What is known of one synthetic observation. Probability, margin and hole score are those of the
 * latent that was decoded.
 *
 * @param className its label
 * @param firstParent index in the source of the member the walk starts at
 * @param secondParent index in the source of the member the walk ends at; the first again when its
 *     class has a single member
 * @param t the position on the walk, in [0, 1]
 * @param probability of its class by the discriminator
 * @param margin distance of its latent to the nearest boundary of its class, negative outside
 * @param holeScore log density of its latent under the aggregate posterior of the source's members
 *     of its class, in nats, see {@link io.civae.walk.AggregatePosterior}
 * @param nearest index in the source of the nearest member of its class
 * @param nearestDistance Euclidean distance to that member, in the user's units
 * @param adjustedFeatures how many of its values the constraints changed
 */
public record SyntheticAudit(
    String className,
    int firstParent,
    int secondParent,
    double t,
    double probability,
    double margin,
    double holeScore,
    int nearest,
    double nearestDistance,
    int adjustedFeatures) {}
