/** "the 2018 edition"; of an edition whose id holds no year, the id. */
export function editionName(id: string): string {
  const year = yearOf(id);
  return year === null ? id : `the ${year} edition`;
}

/** The year in the id of an edition; null: none. */
export function yearOf(id: string): string | null {
  return /\d{4}$/u.exec(id)?.[0] ?? null;
}
