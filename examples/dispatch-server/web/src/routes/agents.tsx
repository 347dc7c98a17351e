import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/agents")({
  component: () => <Page title="Agents">{null}</Page>,
});
