import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/")({
  component: () => <Page title="Overview">{null}</Page>,
});
