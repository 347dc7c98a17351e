import { sentence } from "@/lib/format";

/** One refused field of a request: a JSON pointer and what is wrong with it. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** An RFC 9457 problem document, or our own words when no document came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly traceId: string | null = null,
    readonly errors: FieldProblem[] = [],
  ) {
    super(detail || title);
    this.name = "ApiProblem";
  }

  /** What the reader can do about it. */
  get nextStep(): string {
    if (this.status === 0) return "Check that the server is running and reachable, then retry.";
    if (this.status === 401 || this.status === 403) return "Sign in again, then reload the page.";
    if (this.status === 404) return "Check the address, or go back to the list.";
    if (this.status === 422) return "Change the marked fields and send again.";
    if (this.status === 429) return "Wait a moment, then retry.";
    if (this.status >= 500) return "Retry. If it happens again, look for the trace id in the log.";
    return "Retry.";
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { pointer, detail } = entry as Record<string, unknown>;
    return [{ pointer: text(pointer), detail: sentence(text(detail)) }];
  });
}

/** No answer at all: the network, or the server, is away. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, "The server cannot be reached", "The request got no answer.");
}

/** Builds the problem from whatever the server answered. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const doc = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const detail = sentence(text(doc.detail) || text(doc.message));
  // RFC 9457: without a type of its own the title is only the status in words.
  const plain = detail !== "" && ["", "about:blank"].includes(text(doc.type));
  return new ApiProblem(
    status,
    plain ? detail : sentence(text(doc.title)) || detail || `The server answered ${status}`,
    plain ? "" : detail,
    text(doc.trace_id) || null,
    fieldProblems(doc.errors),
  );
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof Error && /dynamically imported module|module script/i.test(error.message)) {
    return new ApiProblem(
      -1,
      "A part of this page could not be loaded",
      "The dashboard may have been updated since this tab was opened. Reload the page.",
    );
  }
  return new ApiProblem(-1, "Something went wrong on this page", String(error));
}
