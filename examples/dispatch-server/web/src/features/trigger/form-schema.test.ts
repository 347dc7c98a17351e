import { describe, expect, it } from "vitest";
import { FORM_DEFAULTS, formSchema, toRequest, type CallForm } from "./form-schema";
import { Submission } from "./submission";

const form = (change: Partial<CallForm>): CallForm => ({
  ...FORM_DEFAULTS,
  driver_name: "Maria",
  load_number: "LD-1",
  ...change,
});

function errorsOf(values: CallForm): Record<string, string> {
  const result = formSchema.safeParse(values);
  return Object.fromEntries(
    (result.error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]),
  );
}

describe("call form", () => {
  it("accepts the least: a name and a load", () => {
    expect(errorsOf(form({}))).toEqual({});
  });

  it("names every missing field at once", () => {
    expect(Object.keys(errorsOf(form({ driver_name: "  ", load_number: "" })))).toEqual([
      "driver_name",
      "load_number",
    ]);
  });

  it("a phone call needs a number that can be dialled", () => {
    expect(errorsOf(form({ call_type: "phone" }))).toHaveProperty("driver_phone");
    expect(errorsOf(form({ call_type: "phone", driver_phone: "12" }))).toHaveProperty(
      "driver_phone",
    );
    expect(errorsOf(form({ call_type: "phone", driver_phone: "(312) 555-0142" }))).toEqual({});
  });

  it("refuses bad, reserved and repeated variable names", () => {
    const errors = errorsOf(
      form({
        variables: [
          { key: "two words", value: "x" },
          { key: "load_number", value: "x" },
          { key: "origin", value: "a" },
          { key: "origin", value: "b" },
          { key: "", value: "" },
        ],
      }),
    );
    expect(Object.keys(errors)).toEqual(["variables.0.key", "variables.1.key", "variables.3.key"]);
  });

  it("sends E.164, leaves empty rows out, and asks for a persona in demo mode only", () => {
    const values = form({
      call_type: "phone",
      driver_phone: "(312) 555-0142",
      persona: "emergency",
      variables: [
        { key: "origin", value: " Joliet, IL " },
        { key: "destination", value: "" },
      ],
    });
    expect(toRequest(values, true)).toEqual({
      driver_name: "Maria",
      load_number: "LD-1",
      call_type: "phone",
      driver_phone: "+13125550142",
      variables: { origin: "Joliet, IL", sim_persona: "emergency" },
    });
    expect(toRequest(values, false).variables).toEqual({ origin: "Joliet, IL" });
  });
});

describe("Submission", () => {
  it("keeps its key for the same request, and takes a new one for another or after success", () => {
    const submission = new Submission();
    const request = toRequest(form({}), true);
    const key = submission.keyFor(request);
    expect(submission.keyFor(request)).toBe(key);
    expect(submission.keyFor({ ...request, load_number: "LD-2" })).not.toBe(key);
    const other = submission.keyFor(request);
    submission.done();
    expect(submission.keyFor(request)).not.toBe(other);
  });
});
