package io.watchdesk.platform;

import java.util.List;

/**
 * A column whose values are sealed.
 *
 * @param key the column that says which row it is; a single one
 */
public record SealedColumn(String table, String key, String column) {

    /** The place of one value, to which its seal is bound. */
    public String place(Object row) {
        return table + "." + column + ":" + row;
    }

    /** Implemented by whoever keeps sealed values, so that they are sealed anew when the key changes. */
    public interface Keeper {

        /** The columns with sealed values. */
        List<SealedColumn> sealedColumns();
    }
}
