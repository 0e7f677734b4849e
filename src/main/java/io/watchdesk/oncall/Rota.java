package io.watchdesk.oncall;

import java.time.ZoneId;
import java.util.List;

/**
 * Who answers on one tier, by plan.
 *
 * @param id the id of the group whose tasks these people work on, for example {@code oncall-tier-1}
 * @param owner who keeps it in order, or null: then the managers do
 * @param zone on whose clock hands change
 * @param layers rotations that run side by side; empty when the rota is filled from a calendar or not at all
 * @param revision counts the changes from 1
 */
public record Rota(String id, String name, String owner, ZoneId zone, List<Layer> layers, int revision) {

    public Rota {
        layers = layers == null ? List.of() : List.copyOf(layers);
    }
}
