import type { VFile } from 'vfile';

/** A rehype plugin, last in its list: what the others only warn of (bad TeX above all) fails the build. */
export function failOnMessages() {
  return (_tree: unknown, file: VFile) => {
    if (file.messages.length > 0) throw new Error(file.messages.map((m) => `${file.path}: ${m.message}`).join('\n'));
  };
}
