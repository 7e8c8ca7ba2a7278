CREATE TABLE `maintenance_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`reason` text,
	`service_ids` text NOT NULL,
	`labels` text NOT NULL,
	`timezone` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`repeat` text,
	`ended_at` integer,
	`over_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `maintenance_windows_start` ON `maintenance_windows` (`start_at`,`id`);