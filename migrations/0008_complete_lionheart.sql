CREATE TABLE `cover_offers` (
	`request_id` text NOT NULL,
	`user_id` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`request_id`, `user_id`),
	FOREIGN KEY (`request_id`) REFERENCES `cover_requests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cover_offers_user` ON `cover_offers` (`user_id`,`state`);--> statement-breakpoint
CREATE TABLE `cover_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`user_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`state` text NOT NULL,
	`taken_by` text,
	`override_id` text,
	`expires_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cover_requests_schedule` ON `cover_requests` (`schedule_id`,`id`);--> statement-breakpoint
CREATE INDEX `cover_requests_user` ON `cover_requests` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `cover_requests_open` ON `cover_requests` (`expires_at`) WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX `cover_requests_closed` ON `cover_requests` (`schedule_id`,`closed_at`) WHERE closed_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `schedule_holidays` (
	`schedule_id` text NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schedule_holidays_date` ON `schedule_holidays` (`schedule_id`,`date`);--> statement-breakpoint
CREATE TABLE `schedule_watches` (
	`schedule_id` text PRIMARY KEY NOT NULL,
	`seen_updated_at` integer NOT NULL,
	`shifts` text NOT NULL,
	`shifts_until` integer NOT NULL,
	`checked_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedules`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `schedule_watches_next` ON `schedule_watches` (`next_at`);--> statement-breakpoint
CREATE TABLE `shift_notice_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`day` integer DEFAULT true NOT NULL,
	`hour` integer DEFAULT true NOT NULL,
	`start` integer DEFAULT true NOT NULL,
	`changes` integer DEFAULT true NOT NULL,
	`contact_method_id` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `time_off` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`timezone` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text
);
--> statement-breakpoint
CREATE INDEX `time_off_user` ON `time_off` (`user_id`,`end_at`);--> statement-breakpoint
CREATE INDEX `schedules_updated` ON `schedules` (`updated_at`);