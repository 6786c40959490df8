export function compileAsc(path: string): Promise<{ code: string; files: string[] }>;
