/** The error of the system's own form for what is no ordinary file. */
export function notRegular(code: "EISDIR" | "ENOTSUP"): Error {
  return Object.assign(new Error(`${code}: not a regular file`), { code });
}
