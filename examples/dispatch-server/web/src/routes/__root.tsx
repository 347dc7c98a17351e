import { createRootRouteWithContext } from "@tanstack/react-router";
import { Shell } from "@/components/shell/shell";
import type { RouterContext } from "@/router";

export const Route = createRootRouteWithContext<RouterContext>()({ component: Shell });
