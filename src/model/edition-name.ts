/** "the 2018 edition"; of an edition whose id holds no year, the id. */
export function editionName(id: string): string {
  const year = yearOf(id);
  return year === id ? id : `the ${year} edition`;
}

/** The year at the end of the id of an edition; the id where it holds none. */
export function yearOf(id: string): string {
  return /\d{4}$/u.exec(id)?.[0] ?? id;
}
