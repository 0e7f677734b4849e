/** A made-up product outside our own packages: its good half keeps the rules of the house, {@code muddle} breaks them. */
package sample;
