import { useEffect, useRef, useState } from "react";

/** Text that is being typed: shown at once, handed on after a pause, and following the outside. */
export function useDraft(value: string, commit: (text: string) => void, pauseMs = 300) {
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });

  if (seen !== value) {
    // The address changed: by our own commit, by the back button, or by "clear".
    setSeen(value);
    if (draft.trim() !== value) setDraft(value);
  }

  useEffect(() => {
    const text = draft.trim();
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, value, pauseMs]);

  return [draft, setDraft] as const;
}
