import type { Info } from "@/api/types";
import { CopyButton } from "@/components/copy-button";
import { Section } from "@/components/section";

/** What to paste into the agent's settings at Retell. */
export function Urls({ info }: { info: Info }) {
  const urls = [
    {
      label: "Custom LLM URL",
      value: info.llm_websocket_url,
      hint: "Agent, response engine, custom LLM. Retell adds the call's id itself.",
    },
    {
      label: "Webhook URL",
      value: info.webhook_url,
      hint: "Agent, webhook settings. All events.",
    },
  ];
  return (
    <Section title="Connect Retell">
      <div className="space-y-4">
        {urls.map(({ label, value, hint }) => (
          <div key={label}>
            <p className="mb-1 font-medium">{label}</p>
            <div className="flex gap-2">
              <code className="field flex min-w-0 items-center !bg-sunken py-1.5 font-mono text-xs break-all">
                {value}
              </code>
              <CopyButton value={value} what={label} />
            </div>
            <p className="mt-1 text-xs text-muted">{hint}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}
