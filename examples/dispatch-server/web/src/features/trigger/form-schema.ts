import * as z from "zod/mini";
import type { StartCall } from "@/api/types";
import { toE164 } from "@/lib/phone";

export const HUMAN = "human";
const RESERVED = ["driver_name", "load_number", "sim_persona"];

const needed = (what: string, max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, `Enter ${what}.`),
      z.maxLength(max, `At most ${max} characters.`),
    );
const phone = z
  .string()
  .check(
    z.refine(
      (text) => text.trim() === "" || toE164(text) !== null,
      "Not a phone number. Write it with the country code, like +1 312 555 0142.",
    ),
  );

export const formSchema = z
  .object({
    call_type: z.enum(["web", "phone"]),
    driver_name: needed("the driver's name", 120),
    load_number: needed("the load number", 64),
    driver_phone: phone,
    from_number: phone,
    persona: z.string(),
    variables: z
      .array(
        z.object({
          key: z.string(),
          value: z.string().check(z.maxLength(1000, "At most 1000 characters.")),
        }),
      )
      .check(z.maxLength(49, "At most 49 variables.")),
  })
  .check((ctx) => {
    const { call_type, driver_phone, variables } = ctx.value;
    const issue = (path: (string | number)[], message: string) =>
      ctx.issues.push({ code: "custom", input: ctx.value, path, message });
    if (call_type === "phone" && driver_phone.trim() === "") {
      issue(["driver_phone"], "A phone call needs the driver's number.");
    }
    const seen = new Set<string>();
    variables.forEach(({ key, value }, at) => {
      const name = key.trim();
      if (name === "" && value.trim() === "") return;
      if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) {
        issue(["variables", at, "key"], "Letters, digits and _ only, at most 64.");
      } else if (RESERVED.includes(name)) {
        issue(["variables", at, "key"], "This name is set by the form.");
      } else if (seen.has(name)) {
        issue(["variables", at, "key"], "This name is given twice.");
      }
      seen.add(name);
    });
  });

export type CallForm = z.infer<typeof formSchema>;

export const FORM_DEFAULTS: CallForm = {
  call_type: "web",
  driver_name: "",
  load_number: "",
  driver_phone: "",
  from_number: "",
  persona: HUMAN,
  variables: [
    { key: "origin", value: "" },
    { key: "destination", value: "" },
    { key: "appointment_time", value: "" },
  ],
};

/** The request; rows left empty are left out. */
export function toRequest(form: CallForm, demo: boolean): StartCall {
  const variables: Record<string, string> = {};
  for (const { key, value } of form.variables) {
    if (key.trim() && value.trim()) variables[key.trim()] = value.trim();
  }
  if (demo && form.persona) variables.sim_persona = form.persona;
  const request: StartCall = {
    driver_name: form.driver_name.trim(),
    load_number: form.load_number.trim(),
    call_type: form.call_type,
  };
  const to = toE164(form.driver_phone);
  const from = toE164(form.from_number);
  if (to) request.driver_phone = to;
  if (from && form.call_type === "phone") request.from_number = from;
  if (Object.keys(variables).length > 0) request.variables = variables;
  return request;
}
