import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { server } from "@/test/server";
import { api } from "./client";
import { asProblem, problemFrom } from "./problem";

describe("problems", () => {
  it("keeps what the document says, as sentences", () => {
    const problem = problemFrom(422, {
      type: "/problems/invalid",
      title: "the request is not valid",
      detail: "two fields are refused",
      trace_id: "t1",
      errors: [{ pointer: "/load_number", detail: "too long" }, "noise"],
    });
    expect(problem).toMatchObject({
      title: "The request is not valid",
      detail: "Two fields are refused",
      traceId: "t1",
      errors: [{ pointer: "/load_number", detail: "Too long" }],
    });
  });

  it("the status in words is no headline", () => {
    expect(
      problemFrom(422, {
        type: "about:blank",
        title: "Unprocessable Entity",
        detail: "one field needs attention",
      }),
    ).toMatchObject({ title: "One field needs attention", detail: "" });
  });

  it("survives an answer that is no document", () => {
    expect(problemFrom(502, null).title).toBe("The server answered 502");
    expect(problemFrom(502, "<html>").detail).toBe("");
  });

  it("tells a dead network from a broken page and from a stale tab", async () => {
    server.use(http.get("*/api/v1/metrics", () => HttpResponse.error()));
    await expect(api.metrics()).rejects.toMatchObject({
      status: 0,
      title: "The server cannot be reached",
    });
    expect(asProblem(new TypeError("x is not a function")).title).toMatch(/on this page/);
    expect(
      asProblem(new TypeError("Failed to fetch dynamically imported module: /a.js")).detail,
    ).toMatch(/Reload/);
  });

  it("an answer that is not JSON is a problem, not a crash", async () => {
    server.use(http.get("*/api/v1/metrics", () => HttpResponse.text("<html>proxy</html>")));
    await expect(api.metrics()).rejects.toMatchObject({ status: 502 });
  });
});
