CREATE TABLE `status_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`status` integer,
	`error` text,
	`leased_until` integer,
	`next_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `status_subscribers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `status_questions_subscriber` ON `status_questions` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `status_questions_next` ON `status_questions` (`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `status_questions_created` ON `status_questions` (`created_at`);