import { Monitor, Moon, Sun } from "lucide-react";
import { setTheme, type ThemeChoice, useTheme } from "@/lib/theme";

const CHOICES: { value: ThemeChoice; label: string; icon: typeof Sun }[] = [
  { value: "light", label: "Light theme", icon: Sun },
  { value: "system", label: "System theme", icon: Monitor },
  { value: "dark", label: "Dark theme", icon: Moon },
];

export function ThemeSwitch() {
  const theme = useTheme();
  return (
    <div
      role="group"
      aria-label="Theme"
      className="inline-flex rounded-md border border-line p-0.5"
    >
      {CHOICES.map(({ value, label, icon: Icon }) => (
        <button
          key={value}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={theme === value}
          onClick={() => setTheme(value)}
          className="inline-flex h-6 w-8 items-center justify-center rounded text-muted hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
        >
          <Icon aria-hidden="true" className="size-3.5" />
        </button>
      ))}
    </div>
  );
}
