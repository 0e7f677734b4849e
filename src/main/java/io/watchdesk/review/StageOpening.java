package io.watchdesk.review;

/**
 * A stage whose turn has come.
 *
 * @param signOffs how many people are asked now; 0 when the group has too few who may sign off
 */
public record StageOpening(Stage stage, int signOffs) {

    /** Whether the group can decide; otherwise managers must find somebody. */
    public boolean staffed() {
        return signOffs > 0;
    }
}
