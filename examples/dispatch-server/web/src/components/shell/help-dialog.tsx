import { X } from "lucide-react";
import { useEffect, useRef } from "react";

const GROUPS = [
  {
    title: "Go to",
    keys: [
      ["g o", "Overview"],
      ["g c", "Start a call"],
      ["g v", "Conversations"],
      ["g a", "Analytics"],
      ["g s", "Agent config"],
    ],
  },
  {
    title: "Conversations",
    keys: [
      ["/", "Search"],
      ["j  k", "Next and previous row"],
      ["Enter", "Open the marked row"],
    ],
  },
  {
    title: "Call",
    keys: [
      ["[  ]", "Previous and next call"],
      ["Space", "Play or pause the recording"],
    ],
  },
] as const;

export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby="help-title"
      onClose={onClose}
      className="card m-auto w-[min(440px,calc(100vw-32px))] p-5 text-ink backdrop:bg-black/40"
    >
      <div className="mb-3 flex items-center justify-between">
        <h2 id="help-title" className="text-base font-semibold">
          Keyboard
        </h2>
        <form method="dialog">
          <button type="submit" className="btn btn-quiet btn-icon" aria-label="Close">
            <X aria-hidden="true" className="size-4.5" />
          </button>
        </form>
      </div>
      {GROUPS.map((group) => (
        <section key={group.title} className="mb-4">
          <h3 className="mb-1 text-xs font-semibold text-muted">{group.title}</h3>
          <dl className="grid grid-cols-[7rem_1fr] gap-y-1">
            {group.keys.map(([keys, what]) => (
              <div key={keys} className="contents">
                <dt>
                  <kbd className="rounded border border-line bg-sunken px-1.5 font-mono text-xs">
                    {keys}
                  </kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="text-muted">Keys rest while you type in a field.</p>
    </dialog>
  );
}
