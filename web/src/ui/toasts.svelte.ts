/**
 * Short words at the bottom of the screen: that something is done, and how to undo it. Never the only
 * place where an error is told, except of what ran in the background.
 */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'danger';
  /** Takes back what was done. */
  undo?: () => void;
}

/** How long one stays, ms; longer when there is something to reach for. */
const STAYS = 4_000;
const STAYS_WITH_UNDO = 8_000;

let next = 1;
let shown = $state.raw<readonly Toast[]>([]);

export const toasts = {
  /** Those on the screen, the newest last. */
  get shown(): readonly Toast[] {
    return shown;
  },
  /** How long this one stays, ms. */
  lasts(toast: Toast): number {
    return toast.undo ? STAYS_WITH_UNDO : STAYS;
  },
  dismiss(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  },
};

/** Says `text` for a few seconds. */
export function toast(text: string, more: { undo?: () => void; tone?: Toast['tone'] } = {}): void {
  const added: Toast = { id: next, text, tone: more.tone ?? 'plain', undo: more.undo };
  next += 1;
  shown = [...shown.slice(-2), added];
}
