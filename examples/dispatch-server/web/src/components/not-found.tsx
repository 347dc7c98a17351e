import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { EmptyState } from "./empty-state";

export function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      heading="h1"
      title="There is no page at this address"
      text="The link may be old, or the address mistyped."
      action={
        <Link to="/" className="btn btn-primary">
          Go to the overview
        </Link>
      }
    />
  );
}
