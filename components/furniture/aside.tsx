import type { ReactNode } from 'react';

/** A remark in the margin; on narrow screens it stands in the text. */
export const Aside = ({ children }: { children: ReactNode }) => <aside className="margin">{children}</aside>;
