CREATE TABLE `contact_method_problems` (
	`contact_method_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contact_method_id`) REFERENCES `contact_methods`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deliveries_error` ON `deliveries` (`at`) WHERE error IS NOT NULL;--> statement-breakpoint
CREATE INDEX `notifications_state` ON `notifications` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `message_deliveries_error` ON `message_deliveries` (`at`) WHERE error IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`created_at`,`id`);