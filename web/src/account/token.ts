/** The token in the address to which a letter led; empty if there is none, which no server takes. */
export const tokenOf = (search: string): string => new URLSearchParams(search).get('token') ?? '';
