import { FileJson } from "lucide-react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { CallDetail } from "@/api/types";
import { CopyButton } from "@/components/copy-button";
import { EmptyState } from "@/components/empty-state";
import { Section } from "@/components/section";
import { useLiveCall } from "@/live/context";
import { PayloadTable } from "./payload-table";

const TAB =
  "cursor-pointer rounded-md px-2.5 py-1 font-medium text-muted outline-none hover:text-ink data-selected:bg-sunken data-selected:text-ink data-focus-visible:outline-2 data-focus-visible:outline-accent";

/** The structured result: as a table to read, as JSON to take along. */
export function PayloadPanel({ call }: { call: CallDetail }) {
  const live = useLiveCall(call.id);
  const soFar = Object.keys(live.payload).length > 0 ? live.payload : null;
  const payload = call.structured_payload ?? (call.status === "ended" ? null : soFar);
  if (!payload) {
    return (
      <Section title="Result">
        <EmptyState
          icon={FileJson}
          heading="h3"
          title={call.status === "ended" ? "No structured result" : "Nothing known yet"}
          text={
            call.status === "ended"
              ? "The call ended before the driver said anything usable."
              : "The result fills in while the driver speaks."
          }
        />
      </Section>
    );
  }
  const text = JSON.stringify(payload, null, 2);
  const title = call.structured_payload ? "Result" : "Result if it ended now";
  return (
    <Tabs className="card overflow-hidden">
      <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 className="font-semibold">{title}</h2>
        <TabList aria-label="Form of the result" className="flex gap-1">
          <Tab id="table" className={TAB}>
            Table
          </Tab>
          <Tab id="json" className={TAB}>
            JSON
          </Tab>
        </TabList>
      </div>
      <TabPanel id="table" className="outline-none">
        <PayloadTable payload={payload} />
      </TabPanel>
      <TabPanel id="json" className="relative p-3 outline-none">
        <div className="absolute top-5 right-5">
          <CopyButton value={text} what="the JSON" />
        </div>
        <pre
          // Scrolls sideways, so the keyboard must reach it.
          tabIndex={0}
          aria-label="The result as JSON"
          role="region"
          className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5"
        >
          {text}
        </pre>
      </TabPanel>
    </Tabs>
  );
}
