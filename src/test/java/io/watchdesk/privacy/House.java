package io.watchdesk.privacy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of everything: a piece that was published, a crisis, signals, shifts, mails; known by a suffix of its ids. */
final class House {

    /** Every table that a house has a row in; what is referred to stands first. */
    static final List<String> TABLES = List.of(
            "content_piece",
            "content_draft",
            "content_version",
            "content_asset",
            "content_asset_file",
            "screening_report",
            "review_round",
            "review_stage",
            "review_sign_off",
            "approval",
            "publication",
            "publication_text",
            "publication_attempt",
            "publication_hold",
            "site_post",
            "site_revision",
            "site_media",
            "crisis",
            "crisis_scope",
            "crisis_timeline",
            "crisis_milestone",
            "crisis_clock",
            "crisis_held",
            "crisis_role",
            "crisis_handover",
            "crisis_downgrade",
            "crisis_letter",
            "crisis_help",
            "crisis_ladder",
            "crisis_page",
            "crisis_page_attempt",
            "crisis_link",
            "crisis_follow_up",
            "statement",
            "crisis_update",
            "crisis_update_draft",
            "held_decision",
            "published_verdict",
            "crisis_retrospective",
            "crisis_action",
            "drill",
            "signal",
            "oncall_rota",
            "oncall_stand_in",
            "oncall_absence",
            "oncall_planned_shift",
            "oncall_address",
            "oncall_dead_address",
            "oncall_feed",
            "oncall_finding",
            "oncall_swap",
            "oncall_handover",
            "mail");

    /** What the id of a row begins with that other rows name. */
    static final Map<String, String> IDS = Map.of(
            "content_piece", "c",
            "content_asset", "a",
            "review_round", "r",
            "publication", "p",
            "site_post", "p",
            "crisis", "x",
            "crisis_page", "g",
            "oncall_rota", "o",
            "statement", "t");

    private final TableFiller filler;
    private final String suffix;
    private final Instant at;

    House(TableFiller filler, String suffix, Instant at) {
        this.filler = filler;
        this.suffix = suffix;
        this.at = at;
    }

    String piece() {
        return "c" + suffix;
    }

    String crisis() {
        return "x" + suffix;
    }

    void build(String table) {
        build(table, Map.of());
    }

    /** @param said values that differ from those of every house */
    void build(String table, Map<String, Object> said) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "piece_id", piece(),
                "round_id", "r" + suffix,
                "stage", "s" + suffix,
                "asset_id", "a" + suffix,
                "publication_id", "p" + suffix,
                "post_id", "p" + suffix,
                "crisis_id", crisis(),
                "page_id", "g" + suffix,
                "rota", "o" + suffix,
                "statement_id", "t" + suffix));
        values.put("revision", 1);
        values.put("number", 1);
        values.put("corrects", null);
        values.put("cancelled_at", null);
        values.put("open_key", null);
        values.put("layers", "[]");
        if (IDS.containsKey(table)) {
            values.put("id", IDS.get(table) + suffix);
        }
        values.putAll(states(table));
        values.putAll(said);
        filler.fill(table, at, suffix, values);
    }

    private Map<String, Object> states(String table) {
        return switch (table) {
            case "crisis" -> Map.of("state", "CLOSED", "facts", "{}", "reasons", "[]");
            case "oncall_swap" -> Map.of("state", "TAKEN");
            case "mail" -> Map.of("state", "sent");
            case "statement" -> Map.of("piece_id", "other" + suffix);
            case "publication" -> Map.of("state", "PUBLISHED");
            default -> Map.of();
        };
    }
}
