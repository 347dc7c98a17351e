import { SendHorizontal } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import { TRIES } from "./tries";
import type { WebCall } from "./web-call";

/** The driver's mouth: one line at a time. */
export function SayBox({ web, ready }: { web: WebCall; ready: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (ready) input.current?.focus();
  }, [ready]);

  async function send() {
    const line = text.trim();
    if (!line || !ready) return;
    setText("");
    setProblem(null);
    try {
      await web.say(line);
    } catch (error) {
      // The words are not lost: they go back to where they can be sent again.
      setText((typed) => typed || line);
      setProblem(asProblem(error).message);
    }
  }

  return (
    <form
      className="mt-auto border-t border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor="say" className="mb-1 block text-xs font-medium text-muted">
        You are the driver
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id="say"
          className="field"
          maxLength={1000}
          autoComplete="off"
          placeholder="I'm on I-80 near Davenport, about two hours out"
          value={text}
          disabled={!ready}
          aria-describedby={problem ? "say-problem" : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn btn-primary" disabled={!ready || text.trim() === ""}>
          <SendHorizontal aria-hidden="true" className="size-4" /> Say
        </button>
      </div>
      <div
        role="group"
        aria-label="Lines to try"
        className="mt-2 flex flex-wrap items-center gap-1.5 text-xs"
      >
        <span aria-hidden="true" className="text-muted">
          Try:
        </span>
        {TRIES.map(({ title, line }) => (
          <button
            key={title}
            type="button"
            disabled={!ready}
            title={line}
            className="cursor-pointer rounded-full border border-line px-2 py-0.5 text-muted hover:border-line-strong hover:text-ink disabled:cursor-default"
            onClick={() => {
              setText(line);
              input.current?.focus();
            }}
          >
            {title}
          </button>
        ))}
      </div>
      {problem && (
        <p id="say-problem" role="alert" className="mt-1 text-xs font-medium text-danger">
          Not said: {problem}
        </p>
      )}
    </form>
  );
}
