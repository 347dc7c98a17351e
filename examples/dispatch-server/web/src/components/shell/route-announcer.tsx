import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Says the new page's title to a screen reader; the browser itself only does so for full loads. */
export function RouteAnnouncer() {
  const router = useRouter();
  const [title, setTitle] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = router.subscribe("onResolved", ({ pathChanged }) => {
      if (!pathChanged) return;
      clearTimeout(timer);
      // The page sets its title when it is drawn.
      timer = setTimeout(() => setTitle(document.title), 100);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  );
}
