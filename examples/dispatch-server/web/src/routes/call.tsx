import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/call")({
  component: () => <Page title="Call">{null}</Page>,
});
