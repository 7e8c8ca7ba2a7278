CREATE TABLE `health_marks` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `health_samples` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `health_samples_at` ON `health_samples` (`at`);