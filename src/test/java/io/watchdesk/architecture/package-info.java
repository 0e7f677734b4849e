/** The rules of the house, each one checked by the build: modules, imports, sources, models, decisions, forms. */
package io.watchdesk.architecture;
