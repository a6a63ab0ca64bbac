const machinery =
  /(?:^|\/)(?:_layouts|_includes|_site|_sass|_data|_plugins|layouts|themes|archetypes|shortcodes|partials|vendor|robots\.txt|humans\.txt|404\.html?|requirements\.txt|cmakelists\.txt|licen[cs]e(?:\.\w+)?|copying(?:\.\w+)?)(?:$|\/)/iu;

/** Whether a file is what makes a site or a program rather than what people read in it: layouts, licences, lists of packages. */
export function isSiteMachinery(path: string): boolean {
  return machinery.test(path);
}
