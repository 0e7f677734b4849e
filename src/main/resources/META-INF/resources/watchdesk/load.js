/**
 * Loads the parts that a webapp stands on and returns their plug-ins. A part that cannot be loaded is left out and told of
 * in the console; the vendor's own loader would leave a blank page instead.
 */
export async function load(parts) {
  const loaded = await Promise.all(parts.map(async (part) => {
    try {
      return (await import(`./${part}.js`)).default ?? [];
    } catch (failure) {
      console.error(`Watchdesk's part ${part} is missing.`, failure);
      return [];
    }
  }));
  return loaded.flat();
}
