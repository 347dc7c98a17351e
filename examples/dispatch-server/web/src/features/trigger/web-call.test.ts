import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";
import { info } from "@/test/fixtures";
import { server } from "@/test/server";
import type { StartedCall } from "@/api/types";
import { GatewayTransport, RetellTransport } from "./retell-transport";
import { SimTransport } from "./sim-transport";
import { transportFor, WebCall } from "./web-call";

type Listener = (detail?: unknown) => void;

const sdk = vi.hoisted(() => ({ started: [] as unknown[], stopped: 0, outcome: "call_started" }));

vi.mock("retell-client-js-sdk", () => ({
  RetellWebClient: class {
    readonly #listeners = new Map<string, Listener>();
    on(event: string, listener: Listener) {
      this.#listeners.set(event, listener);
    }
    startCall(options: unknown) {
      sdk.started.push(options);
      this.#listeners.get(sdk.outcome)?.();
      return Promise.resolve();
    }
    stopCall() {
      sdk.stopped += 1;
    }
  },
}));

function microphone(answer: () => Promise<unknown>) {
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: answer } });
}

const allowed = () => Promise.resolve({ getTracks: () => [{ stop: () => undefined }] });

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(sdk, { started: [], stopped: 0, outcome: "call_started" });
});

const started: StartedCall = {
  id: "c1",
  provider_call_id: "call_1",
  retell: { call_id: "call_1", access_token: "t", transport: "gateway" },
};
const live = { ...info, mode: "live" as const, sim: null };

describe("who takes the browser's part", () => {
  it("the simulator for a typed driver, nobody for a persona or a phone call", () => {
    expect(transportFor(info, started, "web", "human")).toBeInstanceOf(SimTransport);
    expect(transportFor(info, started, "web", "emergency")).toBeNull();
    expect(transportFor(info, started, "phone", "human")).toBeNull();
  });

  it("the SDK for the older tokens, an honest refusal for the newer", () => {
    const older = { ...started, retell: { call_id: "call_1", access_token: "t" } };
    expect(transportFor(live, older, "web", "")).toBeInstanceOf(RetellTransport);
    expect(transportFor(live, started, "web", "")).toBeInstanceOf(GatewayTransport);
  });
});

describe("joining", () => {
  it("through the SDK, and leaving", async () => {
    microphone(allowed);
    const call = new WebCall(new RetellTransport("token-9"));
    await call.join();
    expect(call.state()).toEqual({ step: "joined" });
    expect(sdk.started).toEqual([{ accessToken: "token-9" }]);
    expect(await call.hangUp()).toBe(true);
    expect(sdk.stopped).toBe(1);
  });

  it("names a refused microphone and what to do, without dialling", async () => {
    microphone(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    const call = new WebCall(new RetellTransport("t"));
    await call.join();
    expect(call.state()).toMatchObject({
      step: "failed",
      message: "The browser was not allowed to use the microphone.",
    });
    expect(sdk.started).toEqual([]);
  });

  it("a failed media connection is a failure, and the server has to hang up", async () => {
    microphone(allowed);
    sdk.outcome = "error";
    const call = new WebCall(new RetellTransport("t"));
    await call.join();
    expect(call.state()).toMatchObject({ step: "failed" });
    expect(await call.hangUp()).toBe(false);
  });

  it("a line said to nobody says so", async () => {
    server.use(http.post("*/sim/calls/call_1/say", () => HttpResponse.error()));
    await expect(new SimTransport("call_1", "t").say("hello")).rejects.toMatchObject({
      status: 0,
      title: "The server cannot be reached",
    });
  });

  it("shows the simulator's own reason", async () => {
    server.use(
      http.post("*/sim/calls/call_1/join", () =>
        HttpResponse.json({ status: "error", message: "the call is over" }, { status: 409 }),
      ),
    );
    const call = new WebCall(new SimTransport("call_1", "t"));
    await call.join();
    expect(call.state()).toMatchObject({ step: "failed", message: "The call is over" });
  });
});
