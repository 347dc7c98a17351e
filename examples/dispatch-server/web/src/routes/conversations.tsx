import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/conversations")({
  component: () => <Page title="Conversations">{null}</Page>,
});
