import type { StartCall } from "@/api/types";

function newKey(): string {
  // randomUUID exists in secure contexts only; a dashboard on a plain-http host still needs a key.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/**
 * One idempotency key per submission: the same request sent again after a failure keeps its key,
 * so a lost answer never dials twice; a changed request or a finished one gets a new key.
 */
export class Submission {
  #body = "";
  #key = "";

  keyFor(request: StartCall): string {
    const body = JSON.stringify(request);
    if (body !== this.#body) {
      this.#body = body;
      this.#key = newKey();
    }
    return this.#key;
  }

  done(): void {
    this.#body = "";
  }
}
