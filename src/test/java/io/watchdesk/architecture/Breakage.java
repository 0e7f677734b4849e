package io.watchdesk.architecture;

/**
 * One thing broken in the sample house.
 *
 * @param rule the sentence of the rule that must find it
 * @param file the file that is broken
 * @param whole what stands in it
 * @param broken what is put there instead
 * @param found a part of the sentence that must be reported
 */
record Breakage(String rule, String file, String whole, String broken, String found) {

    @Override
    public String toString() {
        return rule + ": " + found;
    }
}
