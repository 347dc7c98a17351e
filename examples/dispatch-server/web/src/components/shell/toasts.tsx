import { Toaster } from "sonner";

export default function Toasts() {
  return (
    <Toaster
      position="bottom-right"
      toastOptions={{
        classNames: {
          toast: "!bg-surface !text-ink !border-line !shadow-lg",
          description: "!text-muted",
          error: "!border-danger [&_[data-icon]]:!text-danger",
        },
      }}
    />
  );
}
