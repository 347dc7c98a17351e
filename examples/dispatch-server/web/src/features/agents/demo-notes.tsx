import { Section } from "@/components/section";

export function DemoNotes() {
  return (
    <Section title="Demo mode" id="demo">
      <div className="space-y-2">
        <p>
          No Retell key is configured, so a simulator inside this server plays Retell and the
          drivers. No number is dialled and nothing leaves this machine.
        </p>
        <p className="text-muted">
          Everything else is the real thing: the same socket protocol, the same signed webhooks, the
          same dialogue. The past calls were made by simulated drivers too.
        </p>
        <p className="text-muted">
          To go live, set <code className="font-mono text-xs text-ink">RETELL_API_KEY</code>,{" "}
          <code className="font-mono text-xs text-ink">RETELL_AGENT_ID</code> and{" "}
          <code className="font-mono text-xs text-ink">DISPATCH_ADMIN_PASSWORD</code>, restart,
          paste the two URLs into the agent at Retell, and verify the wiring here.
        </p>
      </div>
    </Section>
  );
}
