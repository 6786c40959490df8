import { type DragEvent, useState } from 'react';

/** Whether a file is held over an element, and what the element needs to take it. */
export function useDrop(open: (name: string, file: File) => void) {
  const [dropping, setDropping] = useState(false);
  const target = {
    onDragOver(event: DragEvent) {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
    },
    onDrop(event: DragEvent) {
      const [file] = event.dataTransfer.files;
      setDropping(false);
      if (!file) return;
      event.preventDefault();
      open(file.name, file);
    },
  };
  return { dropping, target };
}
