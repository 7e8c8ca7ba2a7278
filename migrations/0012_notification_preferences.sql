CREATE TABLE `digest_items` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`incident_id` text NOT NULL,
	`title` text NOT NULL,
	`service_name` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`message_id` text
);
--> statement-breakpoint
CREATE INDEX `digest_items_due` ON `digest_items` (`due_at`,`user_id`) WHERE message_id IS NULL;--> statement-breakpoint
CREATE INDEX `digest_items_told` ON `digest_items` (`at`) WHERE message_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`preferences` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `page_test_messages` (
	`test_id` text NOT NULL,
	`position` integer NOT NULL,
	`message_id` text NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`test_id`, `position`),
	FOREIGN KEY (`test_id`) REFERENCES `page_tests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `page_test_messages_message` ON `page_test_messages` (`message_id`);--> statement-breakpoint
CREATE TABLE `page_tests` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`urgency` text NOT NULL,
	`started_at` integer NOT NULL,
	`stopped_at` integer
);
--> statement-breakpoint
CREATE INDEX `page_tests_user` ON `page_tests` (`user_id`,`started_at`);