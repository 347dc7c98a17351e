import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/analytics")({
  component: () => <Page title="Analytics">{null}</Page>,
});
