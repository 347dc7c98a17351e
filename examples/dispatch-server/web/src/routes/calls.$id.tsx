import { createFileRoute } from "@tanstack/react-router";
import { Page } from "@/components/page";

export const Route = createFileRoute("/calls/$id")({
  component: () => <Page title="Call detail">{null}</Page>,
});
