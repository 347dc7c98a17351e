/** One message of an event stream. */
export interface StreamMessage {
  event: string;
  data: string;
  id: string | null;
}

/** A line-wise parser of `text/event-stream`; feed it text as it arrives, in any pieces. */
export class EventStreamParser {
  #rest = "";
  #event = "";
  #data: string[] = [];
  #id: string | null = null;

  push(chunk: string): StreamMessage[] {
    const messages: StreamMessage[] = [];
    const text = this.#rest + chunk;
    // A lone CR at the end may be the first half of CRLF: it waits for the next piece.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + text.slice(end);
    for (const line of lines) {
      if (line === "") {
        const message = this.#dispatch();
        if (message) messages.push(message);
      } else {
        this.#field(line);
      }
    }
    return messages;
  }

  #field(line: string): void {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") this.#event = value;
    else if (name === "data") this.#data.push(value);
    else if (name === "id" && !value.includes("\0")) this.#id = value;
  }

  #dispatch(): StreamMessage | null {
    const event = this.#event || "message";
    const data = this.#data.join("\n");
    const empty = this.#data.length === 0;
    this.#event = "";
    this.#data = [];
    return empty ? null : { event, data, id: this.#id };
  }
}
