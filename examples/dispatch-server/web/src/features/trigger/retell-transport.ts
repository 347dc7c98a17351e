import type { RetellWebClient } from "retell-client-js-sdk";
import { TransportProblem, type WebCallTransport } from "./transport";

/** The vendor's browser SDK; loaded only when a real web call is joined. */
export class RetellTransport implements WebCallTransport {
  readonly #token: string;
  #client: RetellWebClient | null = null;

  constructor(accessToken: string) {
    this.#token = accessToken;
  }

  async join(): Promise<void> {
    await askForMicrophone();
    const { RetellWebClient } = await import("retell-client-js-sdk");
    const client = new RetellWebClient();
    this.#client = client;
    await new Promise<void>((resolve, reject) => {
      client.on("call_started", () => resolve());
      client.on("error", () => {
        client.stopCall();
        reject(
          new TransportProblem(
            "The media connection to Retell failed.",
            "Check the network for blocked WebRTC traffic, then start a new call.",
          ),
        );
      });
      client.startCall({ accessToken: this.#token }).catch(reject);
    });
  }

  async hangUp(): Promise<void> {
    this.#client?.stopCall();
    this.#client = null;
  }
}

async function askForMicrophone(): Promise<void> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
  } catch (error) {
    const denied = error instanceof DOMException && error.name === "NotAllowedError";
    throw new TransportProblem(
      denied ? "The browser was not allowed to use the microphone." : "No microphone was found.",
      denied
        ? "Allow the microphone for this page in the browser's settings, then start a new call."
        : "Connect a microphone, then start a new call.",
    );
  }
}

/** Tokens of the newer web-call API, which the published SDK cannot use. */
export class GatewayTransport implements WebCallTransport {
  async join(): Promise<void> {
    throw new TransportProblem(
      "Retell handed out a token of its newer gateway transport, and the published browser SDK cannot join with it.",
      "Use a phone call, or join from Retell's own dashboard. The call ends by itself within 30 seconds.",
    );
  }

  async hangUp(): Promise<void> {
    // Never joined, so there is nothing to leave.
  }
}
